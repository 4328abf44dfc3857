export const connectionColumns = {
  firstName: ["First Name", "Vorname", "Prénom", "Nombre", "Nome", "Primeiro nome"],
  lastName: ["Last Name", "Nachname", "Nom", "Nom de famille", "Apellido", "Apellidos", "Sobrenome", "Último nome"],
  url: ["URL", "Profile URL", "Public Profile URL", "Profil-URL", "URL du profil", "URL del perfil", "URL do perfil"],
  email: [
    ...["Email Address", "E-mail", "E-Mail-Adresse", "Adresse e-mail", "Adresse électronique"],
    ...["Dirección de correo electrónico", "Correo electrónico", "Dirección de email"],
    ...["Endereço de e-mail", "Endereço eletrônico", "Correio eletrónico"],
  ],
  company: ["Company", "Unternehmen", "Firma", "Entreprise", "Société", "Empresa"],
  position: ["Position", "Job Title", "Poste", "Fonction", "Cargo", "Posición", "Puesto", "Posição"],
  connectedOn: [
    ...["Connected On", "Verbunden am", "Vernetzt am", "Kontakt seit"],
    ...["Connecté le", "Connectée le", "Date de connexion", "En relation depuis", "Relation depuis"],
    ...["Conectado el", "Conectado en", "Fecha de conexión", "Contacto desde", "Conexión desde"],
    ...["Conectado em", "Data de conexão", "Data da conexão", "Conexão desde", "Ligado em"],
  ],
} as const;

export type ConnectionColumn = keyof typeof connectionColumns;
