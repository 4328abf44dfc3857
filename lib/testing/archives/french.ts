import { type Language, written } from "./in-language";

export const french: Language = {
  columns: {
    connections: "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté le",
    invitations: "De,À,Envoyé le,Message,Sens,inviterProfileUrl,inviteeProfileUrl",
    messages:
      "ID DE CONVERSATION,TITRE DE LA CONVERSATION,DE,URL DU PROFIL DE L’EXPÉDITEUR,À,URL DES PROFILS DES DESTINATAIRES,DATE,OBJET,CONTENU,DOSSIER,PIÈCES JOINTES,EST UN BROUILLON DE MESSAGE,EST UN BROUILLON DE CONVERSATION",
    recommendations: "Prénom,Nom,Entreprise,Intitulé du poste,Texte,Date de création,Statut",
    endorsementsReceived:
      "Date de la recommandation,Nom de la compétence,Prénom de la personne qui recommande,Nom de la personne qui recommande,URL publique de la personne qui recommande,Statut de la recommandation",
    endorsementsGiven:
      "Date de la recommandation,Nom de la compétence,Prénom de la personne recommandée,Nom de la personne recommandée,URL publique de la personne recommandée,Statut de la recommandation",
    contacts: "Source,Prénom,Nom,Entreprises,Titre,Adresses e-mail,Numéros de téléphone",
    notes: "Prénom de la relation,Nom de la relation,URL du profil de la relation,Note,Créée le,Modifiée le",
  },
  recommendationsGiven: "Recommandations_données.csv",
  recommendationsReceived: "Recommandations_rec\u0327ues.csv", // as a Mac writes the cedilla
  values: {
    ...{ outgoing: "SORTANTE", incoming: "ENTRANTE", yes: "Oui", no: "Non", spam: "Courrier indésirable" },
    ...{ member: "Membre de LinkedIn", pending: "En attente", visible: "Visible" },
  },
  day: written("fr-FR", { dateStyle: "medium" }),
  moment: written("fr-FR", { dateStyle: "short", timeStyle: "short" }),
};
